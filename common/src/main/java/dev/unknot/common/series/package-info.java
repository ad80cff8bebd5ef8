/** Series: appointments agreed on together, one for each week or month. Each of them is an appointment like any other. */
@NullMarked
package dev.unknot.common.series;

import org.jspecify.annotations.NullMarked;
