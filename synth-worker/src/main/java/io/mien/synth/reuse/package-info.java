/** What was generated before is not generated again (ADR 0025). */
@NullMarked
package io.mien.synth.reuse;

import org.jspecify.annotations.NullMarked;
