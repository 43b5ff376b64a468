import type { ReactNode } from 'react';
import css from './door.module.css';
import { Mark } from './mark';

/** The page before one is in: sign-in and first set-up share its look. */
export function Door({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <main className={css.door}>
      <section className={css.side} aria-hidden>
        <Mark size={56} />
        <p>Every customer, one bag.</p>
        <small>Mail, orders and parcels in one place, with an AI that shows its evidence.</small>
      </section>
      <section className={css.form}>
        <div className={css.inner}>
          <div className={css.brand}>
            <Mark size={32} />
            <span>Satchel</span>
          </div>
          <h1>{title}</h1>
          <p className={css.lead}>{lead}</p>
          {children}
        </div>
      </section>
    </main>
  );
}
