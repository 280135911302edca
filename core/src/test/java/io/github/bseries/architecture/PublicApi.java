// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The public API of a module as text: its descriptor if it has one, then every public type of its
 * packages with every public or protected member. It is compared with a file in the repository, so
 * that no change of it goes unseen.
 */
public final class PublicApi {

  private static final Path CLASSES = Path.of("target", "classes");

  private PublicApi() {}

  /**
   * Compares the API with {@code api/NAME.api}, or writes that file if the system property {@code
   * api.update} is true.
   *
   * @return what the file should say and what it says
   */
  public static Comparison compareWithFile(String artifact) {
    Path file = Path.of("api", artifact + ".api");
    String actual = describe();
    try {
      if (Boolean.getBoolean("api.update")) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, actual);
      }
      return new Comparison(actual, Files.exists(file) ? Files.readString(file) : "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The API as it is, and as the file has it. */
  public record Comparison(String actual, String file) {}

  private static String describe() {
    List<String> lines = new ArrayList<>();
    Set<String> exported = new TreeSet<>();
    ModuleFinder.of(CLASSES).findAll().stream()
        .map(module -> module.descriptor())
        .filter(descriptor -> !descriptor.isAutomatic())
        .forEach(descriptor -> describe(descriptor, lines, exported));
    boolean named = !exported.isEmpty();
    classNames()
        .map(PublicApi::load)
        .filter(type -> isVisible(type))
        .filter(type -> !named || exported.contains(type.getPackageName()))
        .filter(type -> !type.getPackageName().contains(".internal"))
        .forEach(type -> describe(type, lines));
    return String.join("\n", lines) + "\n";
  }

  private static void describe(
      ModuleDescriptor descriptor, List<String> lines, Set<String> exported) {
    lines.add("module " + descriptor.name());
    descriptor.requires().stream()
        .map(r -> "  requires " + words(r.modifiers()) + r.name())
        .filter(line -> !line.endsWith(" java.base"))
        .sorted()
        .forEach(lines::add);
    descriptor.exports().stream()
        .map(e -> "  exports " + e.source() + (e.isQualified() ? " to " + e.targets() : ""))
        .sorted()
        .forEach(lines::add);
    descriptor.opens().stream()
        .map(o -> "  opens " + o.source() + (o.isQualified() ? " to " + o.targets() : ""))
        .sorted()
        .forEach(lines::add);
    descriptor.exports().stream()
        .filter(e -> !e.isQualified())
        .forEach(e -> exported.add(e.source()));
  }

  private static String words(Set<ModuleDescriptor.Requires.Modifier> modifiers) {
    return modifiers.stream()
        .map(m -> m.name().toLowerCase(java.util.Locale.ROOT) + " ")
        .sorted()
        .collect(Collectors.joining());
  }

  private static void describe(Class<?> type, List<String> lines) {
    lines.add("");
    lines.add(heading(type) + supertypes(type));
    List<String> members = new ArrayList<>();
    for (Field field : type.getDeclaredFields()) {
      if (isVisible(field.getModifiers()) && !field.isSynthetic()) {
        members.add("  " + marks(field) + field.toGenericString());
      }
    }
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (isVisible(constructor.getModifiers()) && !constructor.isSynthetic()) {
        members.add("  " + marks(constructor) + constructor.toGenericString());
      }
    }
    for (Method method : type.getDeclaredMethods()) {
      if (isVisible(method.getModifiers()) && !method.isSynthetic()) {
        members.add("  " + marks(method) + method.toGenericString());
      }
    }
    members.stream().sorted().forEach(lines::add);
  }

  /** Older JDKs do not say that a type is sealed, newer ones do. */
  private static String heading(Class<?> type) {
    String plain = type.toGenericString().replace("non-sealed ", "").replace("sealed ", "");
    return (type.isSealed() ? "sealed " : "") + plain;
  }

  private static String supertypes(Class<?> type) {
    List<String> names = new ArrayList<>();
    if (type.getSuperclass() != null && type.getSuperclass() != Object.class) {
      names.add(type.getGenericSuperclass().getTypeName());
    }
    Arrays.stream(type.getGenericInterfaces()).map(i -> i.getTypeName()).forEach(names::add);
    return names.isEmpty() ? "" : " : " + String.join(", ", names);
  }

  private static String marks(AnnotatedElement element) {
    return element.isAnnotationPresent(Deprecated.class) ? "@Deprecated " : "";
  }

  private static boolean isVisible(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
      if (!isVisible(each.getModifiers())) {
        return false;
      }
    }
    return !type.isAnonymousClass() && !type.isLocalClass();
  }

  private static boolean isVisible(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private static Stream<String> classNames() {
    try (Stream<Path> files = Files.walk(CLASSES)) {
      return files
          .map(file -> CLASSES.relativize(file).toString())
          .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
          .filter(file -> !file.startsWith("META-INF"))
          .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(name, e);
    }
  }
}
