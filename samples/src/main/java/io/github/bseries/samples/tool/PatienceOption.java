// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import io.github.bseries.client.backup.BackupArchive;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option of the commands that write to an archive, where one at a time can. */
final class PatienceOption {

  @Option(
      names = "--patience",
      paramLabel = "SPAN",
      defaultValue = "30s",
      converter = OrNone.class,
      description =
          "how long to wait while somebody else writes to the archive, 0 for not at all;"
              + " ${DEFAULT-VALUE} unless set. A download holds it until it is over")
  private Duration patience = Duration.ofSeconds(30);

  /** Opens an archive that is waited for so long. */
  BackupArchive open(Path folder) {
    return BackupArchive.builder(folder).patience(patience).open();
  }

  /** A span of time, or none: not to wait at all is a fine thing here. */
  static final class OrNone implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
      try {
        return text.strip().equals("0") ? Duration.ZERO : Spans.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
