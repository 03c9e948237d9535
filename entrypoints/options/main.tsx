import { render } from 'preact';
import { Options } from '../../components/options/Options.tsx';
import { createOptions } from '../../lib/options.ts';

const app = document.getElementById('app');
if (app) render(<Options options={createOptions()} />, app);
