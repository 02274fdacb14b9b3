/// The pages: one folder for each analyst task.
@NullMarked
package org.claimscope.app.feature;

import org.jspecify.annotations.NullMarked;
