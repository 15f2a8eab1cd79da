const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat('en-GB', { maximumSignificantDigits: 3 });
const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

export const count = (value) => whole.format(value);
export const figure = (value) => short.format(value);
export const percent = (share, digits = 1) => `${(share * 100).toFixed(digits)} %`;
export const dateTime = (instant) => moment.format(new Date(instant));

/** 75 → `1 min 15 s` */
export function duration(seconds) {
  const all = Math.max(0, Math.round(seconds));
  if (all < 60) {
    return `${all} s`;
  }
  const minutes = Math.floor(all / 60);
  if (minutes < 60) {
    return `${minutes} min ${all % 60} s`;
  }
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** 3221225472 → `3.0 GiB` */
export function bytes(value) {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, value)) / 10));
  return `${(value / 1024 ** power).toFixed(power > 2 ? 1 : 0)} ${units[power]}`;
}

/** `TRAIN_STARGAN`, `train-stargan` → `train stargan` */
export const words = (name) => name.toLowerCase().replaceAll(/[-_]/g, ' ');

/** Share done, 0 to 1, or undefined while the total is unknown. */
export function share(progress) {
  return progress?.total > 0 ? Math.min(1, progress.done / progress.total) : undefined;
}

/** Seconds that the rest will take at the current rate, or undefined while unknown. */
export function secondsLeft(progress) {
  return progress?.total > 0 && progress.perSecond > 0
    ? (progress.total - progress.done) / progress.perSecond
    : undefined;
}

/** The last part of a UUIDv7 is random and tells ids apart best. */
export const shortId = (id) => id.slice(-8);

/** How steps are called on the page. */
const STEP_TITLES = {
  list: 'List pictures',
  detect: 'Detect faces',
  pack: 'Split and pack',
  'train-classifier': 'Train classifier',
  'train-stargan': 'Train StarGAN',
  'train-face-gan': 'Train face generator',
  synthesise: 'Synthesise',
  generate: 'Generate faces',
  evaluate: 'Evaluate',
  prepare: 'Prepare photo',
};

export function stepTitle(name) {
  const plain = words(name);
  return STEP_TITLES[name] ?? plain[0].toUpperCase() + plain.slice(1);
}
