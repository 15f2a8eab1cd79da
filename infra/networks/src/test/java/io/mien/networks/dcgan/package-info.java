/** Behaviour of {@code dcgan}. */
package io.mien.networks.dcgan;
