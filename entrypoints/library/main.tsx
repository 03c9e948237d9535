import { render } from 'preact';
import { Library } from '../../components/library/Library.tsx';
import { createLibrary } from '../../lib/library.ts';

const app = document.getElementById('app');
if (app) render(<Library library={createLibrary(location.search)} />, app);
