import { render } from 'preact';
import { Popup } from '../../components/Popup.tsx';
import { createUnreadList } from '../../lib/unread-list.ts';

const app = document.getElementById('app');
if (app) render(<Popup list={createUnreadList()} />, app);
