import { html, nothing } from 'lit';

/** On what terms something may be used, in a line; nothing where a server of an earlier version did not say. `terms`: UsageTerms. */
export function usageTerms(terms) {
  if (!terms) {
    return nothing;
  }
  const { licence, commercialUse, minors, consent, assumed } = terms;
  return html`<p class="small quiet" aria-label="Terms of use">Licence: ${licence ?? 'not stated'}
    · commercial use ${commercialUse} · minors ${minors} · consent: ${consent ?? 'not stated'}
    ${assumed?.length ? html`<span title="Nobody stated it: known of the published dataset">(assumed: ${assumed.join(', ')})</span>` : nothing}</p>`;
}
