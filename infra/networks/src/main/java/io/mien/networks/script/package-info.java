/** Operations of the engine that DJL does not expose, called through TorchScript. */
@NullMarked
package io.mien.networks.script;

import org.jspecify.annotations.NullMarked;
