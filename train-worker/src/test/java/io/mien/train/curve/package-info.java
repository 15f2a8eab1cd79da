@NullMarked
package io.mien.train.curve;

import org.jspecify.annotations.NullMarked;
