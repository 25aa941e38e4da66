/**
 * What an implementation of the ports is tested with: a contract for each port, which its test extends; strict fakes that
 * obey the same contracts; and tiny sample media built in code. Shipped as this module's test-jar.
 *
 * <p>Nothing here is null; a missing value is an empty {@link java.util.Optional}, and only as a return type.
 */
package io.arrtheaudio.kit;
