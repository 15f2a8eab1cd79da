package io.mien.synth.image.c2pa;

/** How a kind of file holds a manifest store. */
interface Carrier {

  /** Where in a file without a store it is to be inserted. */
  int place(byte[] file);

  /** The store with all that the format asks for around it. */
  byte[] wrap(byte[] store);
}
