/** Behaviour of {@code device}. */
package io.mien.networks.device;
