// SPDX-License-Identifier: Apache-2.0
/**
 * The JSON forms of values of the core: for files that people write, review and keep under version
 * control, for files in which programs keep something for later, and for programs that read a
 * report.
 *
 * <p>Each form is documented field by field and has a version. A field that is not known is
 * refused, so that nothing that somebody declared is passed over in silence. No secret has a place
 * in any form.
 */
@NullMarked
package io.github.bseries.client.file;

import org.jspecify.annotations.NullMarked;
