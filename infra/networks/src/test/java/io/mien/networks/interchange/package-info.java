/** Behaviour of {@code interchange}. */
package io.mien.networks.interchange;
