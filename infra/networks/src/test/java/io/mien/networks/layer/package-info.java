/** Behaviour of layers. */
package io.mien.networks.layer;
