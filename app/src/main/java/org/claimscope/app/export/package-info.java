/// Pages on paper and in workbooks: what a drawn page shows, as a value, and the files made of it.
@NullMarked
package org.claimscope.app.export;

import org.jspecify.annotations.NullMarked;
