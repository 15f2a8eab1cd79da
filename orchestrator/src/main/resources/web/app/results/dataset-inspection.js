import { html, nothing } from 'lit';
import { PageElement } from '../live/element.js';
import { objectUrl } from '../live/api.js';
import { count, words } from '../format/format.js';
import { usageTerms } from './usage-terms.js';
import './zoom-image.js';

/** What an ingest would make of a dataset. */
class DatasetInspection extends PageElement {
  static properties = { inspected: { attribute: false } };

  render() {
    const { layout, reason, depth, files, crops, rejections, classes, subjects, parts, attributes, terms, refusal,
      rejectedFiles, contactSheet } = this.inspected;
    return html`<div class="prepared"><div>
        ${refusal ? html`<p class="error" role="alert"><strong>An ingest would refuse it.</strong> ${refusal.message}</p>` : nothing}
        <p><strong>${count(crops)}</strong> ${depth === 'faces' ? 'crops' : 'pictures that may become crops'}
          of <strong>${count(subjects)}</strong> people from ${count(files)} files, read as <strong>${layout}</strong>: ${reason}</p>
        ${chips('Classes', classes)} ${chips('Parts', parts)}
        ${attributes.length ? html`<p class="small">Attributes that can be learned: ${attributes.join(', ')}</p>` : nothing}
        ${usageTerms(terms)}
        ${chips('Rejected', rejections)}
        <p class="small"><a href=${objectUrl(rejectedFiles)} download>each rejected file's reason</a></p>
      </div>
      ${contactSheet ? html`<zoom-image .url=${objectUrl(contactSheet)} caption="Sample crops and rejected pictures"></zoom-image>` : nothing}
    </div>`;
  }
}

function chips(title, counts) {
  const some = Object.entries(counts).sort((one, other) => other[1] - one[1]);
  return some.length === 0 ? nothing : html`<p class="small">${title}:
    ${some.map(([name, number]) => html`<span class="chip">${words(name)} <strong>${count(number)}</strong></span>`)}</p>`;
}

customElements.define('dataset-inspection', DatasetInspection);
