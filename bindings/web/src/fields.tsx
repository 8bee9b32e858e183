// The controls that ask for something: each with its label, a hint, and the refusal where it is at fault.
import type { ComponentChildren } from 'preact';

export interface Fault {
  /** The control at fault. */
  readonly field: string;
  readonly message: string;
}

interface FieldProps {
  id: string;
  label: string;
  hint?: string | undefined;
  fault?: Fault | undefined;
  children?: ComponentChildren;
}

const describedBy = ({ id, hint, fault }: FieldProps): string | undefined => {
  const ids = [hint === undefined ? '' : `${id}-hint`, fault?.field === id ? `${id}-fault` : ''].filter((part) => part !== '');
  return ids.length > 0 ? ids.join(' ') : undefined;
};

function Notes({ id, hint, fault }: FieldProps) {
  return (
    <>
      {hint !== undefined && <p class="hint" id={`${id}-hint`}>{hint}</p>}
      {fault?.field === id && <p class="fault" id={`${id}-fault`}>{fault.message}</p>}
    </>
  );
}

export function TextField(props: FieldProps & { value: string; onText: (text: string) => void; numeric?: boolean; placeholder?: string }) {
  const { id, label, value, onText, numeric, placeholder, fault } = props;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id} type="text" value={value} autocomplete="off" spellcheck={false} placeholder={placeholder ?? ''}
        inputMode={numeric === true ? 'numeric' : 'text'} aria-invalid={fault?.field === id} aria-describedby={describedBy(props)}
        onInput={(event) => onText(event.currentTarget.value)}
      />
      <Notes {...props} />
    </div>
  );
}

export function SelectField(props: FieldProps & { value: string; onText: (text: string) => void; options: readonly (readonly [string, string])[] }) {
  const { id, label, value, onText, options, fault } = props;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} aria-invalid={fault?.field === id} aria-describedby={describedBy(props)} onChange={(event) => onText(event.currentTarget.value)}>
        {options.map(([code, name]) => <option key={code} value={code}>{name}</option>)}
      </select>
      <Notes {...props} />
    </div>
  );
}

export function Choices(props: FieldProps & { name: string; value: string; onText: (text: string) => void; options: readonly (readonly [string, string])[] }) {
  const { id, label, name, value, onText, options } = props;
  return (
    <fieldset class="field" id={id} tabIndex={-1} aria-describedby={describedBy(props)}>
      <legend>{label}</legend>
      <div class="chips">
        {options.map(([code, text]) => (
          <label key={code} class="chip">
            <input type="radio" name={name} value={code} checked={value === code} onChange={() => onText(code)} />
            <span>{text}</span>
          </label>
        ))}
      </div>
      <Notes {...props} />
    </fieldset>
  );
}

export function Checks(props: FieldProps & { values: readonly string[]; onValues: (values: readonly string[]) => void; options: readonly (readonly [string, string])[] }) {
  const { id, label, values, onValues, options } = props;
  return (
    <fieldset class="field" id={id} tabIndex={-1} aria-describedby={describedBy(props)}>
      <legend>{label}</legend>
      <div class="checks">
        {options.map(([code, text]) => (
          <label key={code} class="check">
            <input
              type="checkbox" value={code} checked={values.includes(code)}
              onChange={(event) => onValues(event.currentTarget.checked ? [...values, code] : values.filter((value) => value !== code))}
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
      <Notes {...props} />
    </fieldset>
  );
}

/** Puts the focus where a refusal says that the fault is, opening what hides it. */
export function focusFault(field: string): void {
  const control = document.getElementById(field);
  control?.closest('details')?.setAttribute('open', '');
  control?.focus();
  control?.scrollIntoView({ block: 'center' });
}
