import { html, nothing } from 'lit';
import { percent } from '../format/format.js';

/** A warning that a split shares people between training and measures; nothing for one that does not. `leak`: SplitLeak. */
export function leakWarning(leak) {
  if (!leak) {
    return nothing;
  }
  const { value, hits, total } = leak.test;
  return html`<p class="error" role="alert"><strong>This split leaks.</strong> Images, not people, were split:
    ${percent(value)} of the test images (${hits} of ${total}) show a person of the training part. Measures are inflated;
    use a subject-disjoint split to learn how well this works on other people.</p>`;
}
