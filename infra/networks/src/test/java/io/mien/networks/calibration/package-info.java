/** Behaviour of calibration. */
package io.mien.networks.calibration;
