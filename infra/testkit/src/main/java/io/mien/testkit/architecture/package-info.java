/**
 * The rules behind {@link io.mien.testkit.ArchitectureRules}: who may know whom, and what no class
 * may do.
 */
@NullMarked
package io.mien.testkit.architecture;

import org.jspecify.annotations.NullMarked;
