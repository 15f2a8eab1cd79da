/** Behaviour of StarGAN's parts. */
package io.mien.networks.winograd;
