/**
 * DCGAN (Radford et al. 2016): faces out of noise; the objectives that train it, from its own to
 * WGAN (Arjovsky et al. 2017), WGAN-GP (Gulrajani et al. 2017) and R1 (Mescheder et al. 2018).
 */
@NullMarked
package io.mien.networks.dcgan;

import org.jspecify.annotations.NullMarked;
