/** The course of a training as TensorBoard reads it. */
@NullMarked
package io.mien.train.tensorboard;

import org.jspecify.annotations.NullMarked;
