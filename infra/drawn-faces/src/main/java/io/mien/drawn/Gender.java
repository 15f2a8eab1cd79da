package io.mien.drawn;

/** How a drawn person presents. */
public enum Gender {
  FEMALE,
  MALE
}
