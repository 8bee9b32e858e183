import { correction, generate } from 'lean-qr';
import { toSvgSource } from 'lean-qr/extras/svg';
import { useEffect, useState } from 'preact/hooks';
import type { Words } from './words.js';

function pictureOf(text: string): string {
  const svg = toSvgSource(generate(text, { minCorrectionLevel: correction.L }), { pad: 3, width: null, height: null, xmlDeclaration: false });
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** Print, and a link with the inputs in its fragment, as text and as QR. */
export function Share({ fragment, summary, words }: { fragment: string; summary: string; words: Words }) {
  const [copied, setCopied] = useState('');
  const fromFile = location.protocol === 'file:';
  const link = location.href.replace(/#.*$/, '') + fragment;
  // A link to a file of this device leads nowhere on another: there the result itself is what can be handed on.
  const text = fromFile ? summary : link;
  const [drawn, setDrawn] = useState(() => ({ text, picture: pictureOf(text) }));
  useEffect(() => {
    if (drawn.text === text) return undefined;
    // Drawn once the slider rests, and at the latest before it is printed.
    const draw = () => setDrawn({ text, picture: pictureOf(text) });
    const later = setTimeout(draw, 150);
    addEventListener('beforeprint', draw);
    return () => {
      clearTimeout(later);
      removeEventListener('beforeprint', draw);
    };
  }, [text, drawn.text]);
  const copy = () => {
    const field = document.getElementById('link') as HTMLInputElement;
    field.select();
    const done = () => setCopied(link);
    // Where the page is opened from a file, the newer way may be refused.
    if (navigator.clipboard === undefined) {
      if (document.execCommand('copy')) done();
    } else {
      navigator.clipboard.writeText(link).then(done, () => document.execCommand('copy') && done());
    }
  };
  return (
    <section id="share" aria-labelledby="share-title">
      <h2 id="share-title">{words.share}</h2>
      <div class="share">
        <figure>
          <img id="qr" alt={words.qr} src={drawn.picture} data-text={drawn.text} />
          <figcaption class="hint">{fromFile ? words.qrFile : words.qr}</figcaption>
        </figure>
        <div class="actions">
          <button type="button" id="print" class="primary" onClick={() => window.print()}>{words.print}</button>
          <div class="field">
            <label for="link">{words.link}</label>
            <input id="link" type="text" readOnly value={link} aria-describedby="link-hint" />
            <p class="hint" id="link-hint">{words.linkPrivate}</p>
          </div>
          <button type="button" id="copy" onClick={copy}>{words.copy}</button>
          <p role="status">{copied === link ? words.copied : ''}</p>
        </div>
      </div>
    </section>
  );
}
