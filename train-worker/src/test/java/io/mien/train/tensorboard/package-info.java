@NullMarked
package io.mien.train.tensorboard;

import org.jspecify.annotations.NullMarked;
