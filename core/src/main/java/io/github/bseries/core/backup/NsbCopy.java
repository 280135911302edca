// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.ApplianceVersion;
import io.github.bseries.core.pair.Attested;
import org.jspecify.annotations.Nullable;

/**
 * A backup that is kept, with what a restore needs to know of it.
 *
 * @param file the file, the appliance that it is from, and when it was made
 * @param version the software of that appliance then; null if it is not known
 * @param origin how the file was made, which decides what is in it; null if it is not known
 * @param password whether a password protects it and who knows that; null if it was not declared.
 *     No program can tell, so it is attested by itself even where a program found the file
 * @source S2 "Recover /login" (version and password decide whether it can be restored)
 * @since 0.1
 */
public record NsbCopy(
    StoredBackup file,
    @Nullable ApplianceVersion version,
    @Nullable NsbOrigin origin,
    @Nullable Attested<PasswordCustody> password) {

  /** Checks that there is a file. */
  public NsbCopy {
    requireNonNull(file, "file");
  }

  /** Returns this file with the version that its name tells, if it does, and nothing else. */
  public static NsbCopy of(StoredBackup file) {
    return new NsbCopy(file, NsbFileName.parse(file.name()).version().orElse(null), null, null);
  }

  /** Returns this copy with how it was made. */
  public NsbCopy withOrigin(NsbOrigin origin) {
    return new NsbCopy(file, version, requireNonNull(origin, "origin"), password);
  }

  /** Returns this copy with what somebody says of its password. */
  public NsbCopy withPassword(Attested<PasswordCustody> password) {
    return new NsbCopy(file, version, origin, requireNonNull(password, "password"));
  }
}
