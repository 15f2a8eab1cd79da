/** Adam, SGD and learning-rate schedules with their whole state in the open. */
@NullMarked
package io.mien.networks.optimizer;

import org.jspecify.annotations.NullMarked;
