/** Behaviour of {@code interchange.pytorch}. */
package io.mien.networks.interchange.pytorch;
