/** What the added critic of reconstructions does to identity and reconstruction, measured. */
@NullMarked
package io.mien.eval.ablation;

import org.jspecify.annotations.NullMarked;
