@NullMarked
package io.mien.train.data;

import org.jspecify.annotations.NullMarked;
