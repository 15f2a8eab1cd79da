@NullMarked
package io.mien.networks.verification;

import org.jspecify.annotations.NullMarked;
