/** Behaviour of trained networks in use. */
package io.mien.networks.inference;
