/**
 * The report for a person: one HTML file with the gallery, the confusion matrix and the loss
 * curves.
 */
@NullMarked
package io.mien.eval.report;

import org.jspecify.annotations.NullMarked;
