// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.samples.tool;

import io.github.bseries.client.file.InvalidFileException;
import io.github.bseries.client.file.PairDeclaration;
import io.github.bseries.client.file.PairFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of the commands that judge a pair by what was declared of it. */
final class DeclarationOptions {

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(names = "--pair", paramLabel = "FILE", required = true, description = "the pair file")
  private Path file = Path.of("");

  @Option(
      names = "--live",
      description =
          "look at the pair, at the addresses in the file or at those given; needs the account")
  private boolean live;

  boolean isLive() {
    return live;
  }

  PairDeclaration read() {
    return read(() -> PairFile.read(file));
  }

  /** A file that cannot be read or understood is a mistake of the user; all of it is told. */
  <T> T read(Supplier<T> read) {
    try {
      return read.get();
    } catch (InvalidFileException | UncheckedIOException e) {
      CommandSpec command = spec;
      if (command == null) {
        throw e;
      }
      throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
