/** Behaviour of {@code image}. */
package io.mien.networks.image;
