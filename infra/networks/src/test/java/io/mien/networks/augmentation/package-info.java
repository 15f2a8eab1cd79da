@NullMarked
package io.mien.networks.augmentation;

import org.jspecify.annotations.NullMarked;
