/**
 * The rules that hold the house up, run over the main classes of all modules. Each has been seen to fail: the packages
 * {@code seeded} below hold one violation for each, in the package that the rule watches.
 */
package io.arrtheaudio.architecture;
