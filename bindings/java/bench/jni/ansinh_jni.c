/* The native library by JNI, for the comparison only: the same question as Ansinh.assess, the answer in an array. */
#include <jni.h>

#include "ansinh/ansinh.h"

JNIEXPORT jlong JNICALL Java_ansinh_bench_Native_book(JNIEnv* env, jclass type) {
  (void)env;
  (void)type;
  ansinh_book* book = NULL;
  return ansinh_built_in_book(&book) == ANSINH_OK ? (jlong)(intptr_t)book : 0;
}

JNIEXPORT jlong JNICALL Java_ansinh_bench_Native_workspace(JNIEnv* env, jclass type) {
  (void)env;
  (void)type;
  ansinh_workspace* workspace = NULL;
  return ansinh_workspace_create(&workspace) == ANSINH_OK ? (jlong)(intptr_t)workspace : 0;
}

JNIEXPORT jint JNICALL Java_ansinh_bench_Native_assess(JNIEnv* env, jclass type, jlong book, jlong workspace, jint paid_on,
                                                       jlong income, jint term, jint groups, jint province,
                                                       jlongArray out) {
  (void)type;
  ansinh_request request = ANSINH_REQUEST_INIT;
  request.paid_on = paid_on;
  request.income = income;
  request.term = term;
  request.groups = (uint32_t)groups;
  request.province = province;
  ansinh_answer answer;
  answer.size = sizeof answer;
  const int32_t status =
      ansinh_assess((const ansinh_book*)(intptr_t)book, (ansinh_workspace*)(intptr_t)workspace, &request, &answer);
  const jlong values[] = {answer.contribution,    answer.central_support, answer.local_top_up,
                          answer.province_top_up, answer.locality_top_up, answer.other_support,
                          answer.participant_share, answer.months, answer.supported_months, answer.flags};
  (*env)->SetLongArrayRegion(env, out, 0, 10, values);
  return status;
}
