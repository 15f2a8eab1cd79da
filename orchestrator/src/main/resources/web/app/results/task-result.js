import { html, nothing } from 'lit';
import { PageElement } from '../live/element.js';
import { objectUrl } from '../live/api.js';
import { count, figure, percent, words } from '../format/format.js';
import { groupsOf, named } from '../format/label-groups.js';
import './zoom-image.js';
import './classifier-measures.js';
import './people-verification.js';
import './dataset-summary.js';
import './dataset-inspection.js';
import './checkpoint-summary.js';
import './evaluation-report.js';

/** What a task handed back, by its type. */
class TaskResult extends PageElement {
  static properties = { result: { attribute: false } };

  render() {
    const result = this.result;
    switch (result.type) {
      case 'DatasetListed': return listed(result);
      case 'FacesDetected': return detected(result);
      case 'SubjectErased': return html`<p><strong>${count(result.crops)}</strong> crops erased.</p>
        <dataset-summary .prepared=${result.prepared}></dataset-summary>`;
      case 'DatasetsDeleted': return html`<p><strong>${count(result.objects)}</strong> objects of earlier versions deleted.</p>`;
      case 'DatasetPrepared': return html`<dataset-summary .prepared=${result}></dataset-summary>`;
      case 'DatasetInspected': return html`<dataset-inspection .inspected=${result}></dataset-inspection>`;
      case 'PhotoPrepared': return html`<zoom-image .url=${objectUrl(result.crop)} caption="The face, cropped as in training"></zoom-image>`;
      case 'ClassifierTrained': return classifier(result);
      case 'StarGanTrained':
      case 'FaceGanTrained': return generator(result);
      case 'ImagesSynthesised': return synthesis(result);
      case 'FacesGenerated': return faces(result);
      case 'CheckpointImported': return html`<checkpoint-summary .summary=${result.summary}></checkpoint-summary>`;
      case 'CheckpointExported': return exported(result);
      case 'SynthesisEvaluated': return html`<evaluation-report .measures=${result.measures}></evaluation-report>`;
      default: return html`<pre>${JSON.stringify(result, null, 2)}</pre>`;
    }
  }
}

function listed({ layout, reason, files, parts, rejections }) {
  return html`<p><strong>${count(files)}</strong> files, read as <code>${layout}</code>: ${reason}.
    ${parts.length > 1 ? html`Shared out in ${count(parts.length)} parts.` : nothing}</p>${refused(rejections)}`;
}

function detected({ crops, reused, rejections }) {
  return html`<p><strong>${count(crops)}</strong> faces
    ${reused > 0 ? html`, ${count(reused)} pictures as the version before had them` : nothing}.</p>${refused(rejections)}`;
}

function refused(rejections) {
  const said = Object.entries(rejections).map(([code, number]) => `${count(number)} ${words(code)}`);
  return said.length > 0 ? html`<p class="small quiet">Rejected: ${said.join(', ')}</p>` : nothing;
}

function classifier({ validationAccuracy, summary, measures }) {
  const people = groupsOf(summary)[0].group === 'subject';
  return html`<div class="headline"><div><p class="big">${percent(validationAccuracy)}</p>
      <p class="quiet small">${people ? 'accuracy on new pictures of people it knows' : 'accuracy on validation faces'}</p></div></div>
    ${people ? html`<people-verification .verification=${measures?.verification}></people-verification>` : nothing}
    ${measures ? html`<classifier-measures .measures=${measures}></classifier-measures>` : nothing}
    <checkpoint-summary .summary=${summary}></checkpoint-summary>`;
}

function generator({ summary, best }) {
  return html`<checkpoint-summary .summary=${summary}></checkpoint-summary>
    ${best ? html`<p class="quiet small">Best ${best.measure}: ${figure(best.value)} at iteration ${count(best.iteration)},
      kept in <code>${best.checkpoint.prefix}</code></p>` : nothing}`;
}

function synthesis(result) {
  return html`<p><strong>${count(result.count)}</strong> images generated.</p>
    <zoom-image .url=${objectUrl(result.contactSheet)} .columns=${named(result.columns)} caption="Inputs beside their generated labels"></zoom-image>`;
}

function faces(result) {
  return html`<p><strong>${count(result.count)}</strong> faces generated from seed ${result.seed}.</p>
    <zoom-image .url=${objectUrl(result.contactSheet)} caption="Generated faces"></zoom-image>`;
}

function exported({ format, file }) {
  return html`<p><a href=${objectUrl(file)} download>${file.key.split('/').pop()}</a>
    <span class="quiet small">${format} · ${count(file.bytes)} bytes</span></p>`;
}

customElements.define('task-result', TaskResult);
