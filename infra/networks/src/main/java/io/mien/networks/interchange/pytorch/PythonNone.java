package io.mien.networks.interchange.pytorch;

/** Python's None. */
enum PythonNone {
  NONE
}
