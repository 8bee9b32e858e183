import { options, render } from 'preact';
import { loadLaw } from './law.js';
import { Page } from './page.js';
import './style.css';
import { wordsOf } from './words.js';

// A move of the slider is answered before the next picture is drawn, not after it.
options.debounceRendering = (work) => work();

const place = document.getElementById('page') as HTMLElement;
// The day on this device, as people here write it: whoever calculates may change it.
const now = new Date();
const today = `${String(now.getDate()).padStart(2, '0')}/${String(now.getMonth() + 1).padStart(2, '0')}/${now.getFullYear()}`;

loadLaw().then(
  (law) => {
    place.textContent = '';
    render(<Page law={law} today={today} />, place);
    performance.mark('ansinh-ready');
    document.documentElement.dataset['ready'] = 'yes';
  },
  (cause: unknown) => {
    place.textContent = `${wordsOf('vi').failed} ${wordsOf('en').failed}`;
    throw cause;
  },
);
