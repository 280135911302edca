// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.github.bseries.architecture.ModuleContractTest;
import io.github.bseries.client.Waiter;
import java.util.List;
import java.util.stream.Stream;

@AnalyzeClasses(packages = "io.github.bseries.client", importOptions = DoNotIncludeTests.class)
class ClientArchitectureTest extends ModuleContractTest {

  private static final List<String> HIDDEN =
      List.of(
          "com.exceptionfactory",
          "okhttp3",
          "okio",
          "kotlin",
          "jakarta",
          "org.slf4j",
          "org.glassfish",
          "javax.net",
          "io.github.resilience4j");

  @ArchTest
  static final ArchRule okhttp_is_known_to_one_package =
      onlyIn("io.github.bseries.client.internal.http..", "okhttp3..", "okio..")
          .because("it is to be exchangeable in a minor release");

  @ArchTest
  static final ArchRule the_encryption_library_is_known_to_one_package =
      onlyIn("io.github.bseries.client.internal.age..", "com.exceptionfactory..")
          .because("what is encrypted must stay readable with age, whatever makes it");

  @ArchTest
  static final ArchRule jaxb_is_known_to_one_package =
      onlyIn("io.github.bseries.client.internal.xml..", "jakarta.xml..", "javax.xml..")
          .because("the wire form is nobody else's business");

  @ArchTest
  static final ArchRule the_json_library_is_known_to_one_package =
      onlyIn("io.github.bseries.client.internal.json..", "jakarta.json..")
          .because("the wire form is nobody else's business");

  @ArchTest
  static final ArchRule resilience4j_is_known_to_one_package =
      onlyIn("io.github.bseries.client.internal.resilience..", "io.github.resilience4j..")
          .because("a change is never near what repeats a call");

  @ArchTest
  static final ArchRule what_changes_an_appliance_does_not_know_how_to_repeat =
      noClasses()
          .that()
          .haveSimpleName("RoleChangeCall")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.github.bseries.client.internal.resilience..")
          .because("a change is sent once");

  @ArchTest
  static final ArchRule a_hidden_library_stands_in_no_public_signature =
      codeUnits()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .resideInAnyPackage(
              "io.github.bseries.client",
              "io.github.bseries.client.backup",
              "io.github.bseries.client.file")
          .should(nameNoHiddenLibrary())
          .because("who embeds the client must not depend on what it is made of");

  @ArchTest
  static final ArchRule internals_do_not_know_the_public_packages =
      noClasses()
          .that()
          .resideInAPackage("io.github.bseries.client.internal..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.github.bseries.client",
              "io.github.bseries.client.backup",
              "io.github.bseries.client.file")
          .because("they are parts of them, and are understood without them");

  @ArchTest
  static final ArchRule packages_are_free_of_cycles =
      slices().matching("io.github.bseries.(client..)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule the_testkit_is_not_shipped =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.github.bseries.testkit..")
          .because("a simulated appliance has no place in a night of failover");

  @ArchTest
  static final ArchRule nobody_sleeps =
      noClasses()
          .that()
          .doNotBelongToAnyOf(Waiter.class)
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .because("time is handed in");

  @ArchTest
  static final ArchRule public_types_cannot_be_extended =
      classes()
          .that()
          .arePublic()
          .and()
          .areNotInterfaces()
          .and()
          .doNotHaveModifier(JavaModifier.ABSTRACT)
          .should()
          .haveModifier(JavaModifier.FINAL)
          .because("what can be extended cannot be changed");

  ClientArchitectureTest() {
    super("bseries-client");
  }

  private static ArchRule onlyIn(String home, String... libraries) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(home)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries);
  }

  private static ArchCondition<JavaCodeUnit> nameNoHiddenLibrary() {
    return new ArchCondition<>("name no hidden library") {
      @Override
      public void check(JavaCodeUnit unit, ConditionEvents events) {
        Stream.of(
                Stream.of(unit.getRawReturnType()),
                unit.getRawParameterTypes().stream(),
                unit.getExceptionTypes().stream())
            .flatMap(types -> types)
            .filter(describe("hidden", type -> isHidden(type.getBaseComponentType())))
            .forEach(
                type ->
                    events.add(
                        SimpleConditionEvent.violated(
                            unit, unit.getFullName() + " names " + type.getName())));
      }
    };
  }

  private static boolean isHidden(JavaClass type) {
    return HIDDEN.stream().anyMatch(type.getPackageName()::startsWith);
  }
}
