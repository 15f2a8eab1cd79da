/**
 * The processor that computes: choice of device, threads, gradient mode, engine set-up without
 * network.
 */
@NullMarked
package io.mien.networks.device;

import org.jspecify.annotations.NullMarked;
