/** Whether a network recognises people that it has never seen, by pairs of pictures. */
@NullMarked
package io.mien.networks.verification;

import org.jspecify.annotations.NullMarked;
