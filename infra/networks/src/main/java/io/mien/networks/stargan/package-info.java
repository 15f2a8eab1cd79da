/** StarGAN: generator, critic, losses and the training iteration. */
@NullMarked
package io.mien.networks.stargan;

import org.jspecify.annotations.NullMarked;
