/** Trainers that advance one step at a time and resume to the last bit. */
@NullMarked
package io.mien.networks.training;

import org.jspecify.annotations.NullMarked;
