/** Residual classifiers in torchvision's layout. */
@NullMarked
package io.mien.networks.resnet;

import org.jspecify.annotations.NullMarked;
