/** How far a classifier's probabilities can be believed, and a temperature that mends them. */
@NullMarked
package io.mien.networks.calibration;

import org.jspecify.annotations.NullMarked;
