/** A thread module that can't start. */
export function createTasks() {
  return Promise.reject(new Error('لا مهام هنا'));
}
